/* The file shapes.json of this folder, linked in as it lies there. */
    .section .rodata
    .global volteface_shapes_begin
    .global volteface_shapes_end
volteface_shapes_begin:
    .incbin "shapes.json"
volteface_shapes_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
