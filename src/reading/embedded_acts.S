/* What was learned of how acts are told, linked in as it lies in data/ (docs/reading-rules.md). */
    .section .rodata
    .global volteface_embedded_acts_begin
    .global volteface_embedded_acts_end
    .balign 16
volteface_embedded_acts_begin:
    .incbin "acts.vfw"
volteface_embedded_acts_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
