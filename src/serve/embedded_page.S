/* The file data/page.vfp, linked in as it lies there. */
    .section .rodata
    .global volteface_page_begin
    .global volteface_page_end
volteface_page_begin:
    .incbin "page.vfp"
volteface_page_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
