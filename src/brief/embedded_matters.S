/* The table data/matters.tsv, linked in as it lies there. */
    .section .rodata
    .global volteface_matters_begin
    .global volteface_matters_end
volteface_matters_begin:
    .incbin "matters.tsv"
volteface_matters_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
