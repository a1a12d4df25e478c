/* The English model and the registry of actors, linked in as they lie in data/ (docs/language.md). */
    .section .rodata
    .global volteface_embedded_english_begin
    .global volteface_embedded_english_end
    .balign 16
volteface_embedded_english_begin:
    .incbin VOLTEFACE_ENGLISH
volteface_embedded_english_end:
    .byte 0
    .global volteface_embedded_actors_begin
    .global volteface_embedded_actors_end
    .balign 16
volteface_embedded_actors_begin:
    .incbin VOLTEFACE_ACTORS
volteface_embedded_actors_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
