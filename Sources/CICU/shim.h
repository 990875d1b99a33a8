// The few functions of ICU that Fairway uses.
//
// ICU's own headers cannot be included: their types have the same names as those of Foundation's private copy of ICU, and Swift
// refuses two definitions in one program. So the functions are declared here with plain types, after the stable C API of ICU
// (https://unicode-org.github.io/icu-docs/apidoc/released/icu4c/). Only the version that their names carry (ubrk_open_72) is
// taken from ICU.
#ifndef FAIRWAY_CICU_SHIM_H
#define FAIRWAY_CICU_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <unicode/uvernum.h>

#define FAIRWAY_ICU(name) U_ICU_ENTRY_POINT_RENAME(name)

void *FAIRWAY_ICU(ubrk_open)(int type, const char *locale, const uint16_t *text, int32_t length, int *status);
void FAIRWAY_ICU(ubrk_close)(void *words);
void FAIRWAY_ICU(ubrk_setText)(void *words, const uint16_t *text, int32_t length, int *status);
int32_t FAIRWAY_ICU(ubrk_first)(void *words);
int32_t FAIRWAY_ICU(ubrk_next)(void *words);
const void *FAIRWAY_ICU(unorm2_getNFKDInstance)(int *status);
int32_t FAIRWAY_ICU(unorm2_getDecomposition)(
    const void *form, int32_t point, uint16_t *into, int32_t capacity, int *status
);
const void *FAIRWAY_ICU(unorm2_getNFCInstance)(int *status);
int32_t FAIRWAY_ICU(unorm2_normalize)(
    const void *form, const uint16_t *text, int32_t length, uint16_t *into, int32_t capacity, int *status
);
void *FAIRWAY_ICU(uspoof_open)(int *status);
void FAIRWAY_ICU(uspoof_close)(void *checker);
int32_t FAIRWAY_ICU(uspoof_getSkeleton)(
    const void *checker, uint32_t type, const uint16_t *text, int32_t length, uint16_t *into, int32_t capacity, int *status
);
int32_t FAIRWAY_ICU(u_tolower)(int32_t point);
int8_t FAIRWAY_ICU(u_isalpha)(int32_t point);
int8_t FAIRWAY_ICU(u_isdigit)(int32_t point);
int32_t FAIRWAY_ICU(u_charDigitValue)(int32_t point);
int8_t FAIRWAY_ICU(u_charType)(int32_t point);
int FAIRWAY_ICU(uscript_getScript)(int32_t point, int *status);
void *FAIRWAY_ICU(utrans_openU)(
    const uint16_t *id, int32_t length, int direction, const uint16_t *rules, int32_t rulesLength, void *error, int *status
);
void FAIRWAY_ICU(utrans_close)(void *transliterator);
void FAIRWAY_ICU(utrans_transUChars)(
    const void *transliterator, uint16_t *text, int32_t *length, int32_t capacity, int32_t start, int32_t *limit, int *status
);

/// A word break iterator with ICU's dictionary of Chinese words, or NULL. It serves one thread at a time.
static inline void *icu_words_open(void) {
    const int word = 1;
    int status = 0;
    void *words = FAIRWAY_ICU(ubrk_open)(word, "zh", NULL, 0, &status);
    return status <= 0 ? words : NULL;
}

static inline void icu_words_close(void *words) { FAIRWAY_ICU(ubrk_close)(words); }

/// Begins a text, which must outlive the iteration.
static inline bool icu_words_begin(void *words, const uint16_t *text, int32_t length) {
    int status = 0;
    FAIRWAY_ICU(ubrk_setText)(words, text, length, &status);
    if (status > 0) return false;
    FAIRWAY_ICU(ubrk_first)(words);
    return true;
}

/// The end of the next word in UTF-16 units, or -1.
static inline int32_t icu_words_next(void *words) { return FAIRWAY_ICU(ubrk_next)(words); }

/// The compatibility decomposition of a code point in UTF-16; its length, 0 when there is none or no room.
static inline int32_t icu_decomposition(int32_t point, uint16_t *into, int32_t capacity) {
    int status = 0;
    const void *form = FAIRWAY_ICU(unorm2_getNFKDInstance)(&status);
    if (status > 0) return 0;
    int32_t length = FAIRWAY_ICU(unorm2_getDecomposition)(form, point, into, capacity, &status);
    return status > 0 || length < 0 ? 0 : length;
}

static inline int32_t icu_lower(int32_t point) { return FAIRWAY_ICU(u_tolower)(point); }
static inline bool icu_is_letter(int32_t point) { return FAIRWAY_ICU(u_isalpha)(point) != 0; }
static inline bool icu_is_digit(int32_t point) { return FAIRWAY_ICU(u_isdigit)(point) != 0; }
static inline int32_t icu_digit_value(int32_t point) { return FAIRWAY_ICU(u_charDigitValue)(point); }

/// Non-spacing, enclosing and combining marks have the general categories 6 to 8.
static inline bool icu_is_mark(int32_t point) {
    int8_t category = FAIRWAY_ICU(u_charType)(point);
    return category >= 6 && category <= 8;
}

/// Whether a code point is of the Cyrillic (1), Latin (2) or Han (3) script; 0 of another.
static inline int32_t icu_script(int32_t point) {
    const int cyrillic = 8, han = 17, latin = 25;
    int status = 0;
    int script = FAIRWAY_ICU(uscript_getScript)(point, &status);
    return script == cyrillic ? 1 : script == latin ? 2 : script == han ? 3 : 0;
}

/// The code of a code point's script (UScriptCode).
static inline int32_t icu_script_code(int32_t point) {
    int status = 0;
    int script = FAIRWAY_ICU(uscript_getScript)(point, &status);
    return status > 0 ? 0 : script;
}

/// A text in composed form; its length in UTF-16 units, -1 when there is no room.
static inline int32_t icu_compose(const uint16_t *text, int32_t length, uint16_t *into, int32_t capacity) {
    int status = 0;
    const void *form = FAIRWAY_ICU(unorm2_getNFCInstance)(&status);
    if (status > 0) return -1;
    int32_t made = FAIRWAY_ICU(unorm2_normalize)(form, text, length, into, capacity, &status);
    return status > 0 ? -1 : made;
}

/// ICU's table of characters that look alike, or NULL. Reading it is safe for several threads at once.
static inline void *icu_spoof_open(void) {
    int status = 0;
    void *checker = FAIRWAY_ICU(uspoof_open)(&status);
    return status <= 0 ? checker : NULL;
}

static inline void icu_spoof_close(void *checker) { FAIRWAY_ICU(uspoof_close)(checker); }

/// What a text looks like (UTS #39, 4); the length in UTF-16 units, -1 when there is no room.
static inline int32_t icu_skeleton(
    const void *checker, const uint16_t *text, int32_t length, uint16_t *into, int32_t capacity
) {
    int status = 0;
    int32_t made = FAIRWAY_ICU(uspoof_getSkeleton)(checker, 0, text, length, into, capacity, &status);
    return status > 0 ? -1 : made;
}

/// A transliterator by its id of at most 63 ASCII characters, or NULL. It serves one thread at a time.
static inline void *icu_transliterator_open(const char *id) {
    uint16_t name[64];
    int32_t length = 0;
    while (id[length] != 0 && length < 64) {
        name[length] = (uint16_t)id[length];
        length++;
    }
    int status = 0;
    void *made = FAIRWAY_ICU(utrans_openU)(name, length, 0, NULL, 0, NULL, &status);
    return status <= 0 ? made : NULL;
}

static inline void icu_transliterator_close(void *transliterator) { FAIRWAY_ICU(utrans_close)(transliterator); }

/// Transliterates in place; the new length in UTF-16 units, -1 when there is no room.
static inline int32_t icu_transliterate(void *transliterator, uint16_t *text, int32_t length, int32_t capacity) {
    int status = 0;
    int32_t limit = length;
    FAIRWAY_ICU(utrans_transUChars)(transliterator, text, &length, capacity, 0, &limit, &status);
    return status > 0 ? -1 : length;
}

#endif
