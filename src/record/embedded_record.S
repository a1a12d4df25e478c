/* The record, linked in as it lies in data/ (docs/record-format.md). */
    .section .rodata
    .global volteface_embedded_record_begin
    .global volteface_embedded_record_end
    .balign 16
volteface_embedded_record_begin:
    .incbin VOLTEFACE_RECORD
volteface_embedded_record_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
