// ICU's functions carry the version in their names (ubrk_open_72) behind macros, which Swift does not see. These inline
// functions give the few that Fairway uses a name without it.
#ifndef FAIRWAY_CICU_SHIM_H
#define FAIRWAY_CICU_SHIM_H

#define U_SHOW_CPLUSPLUS_API 0
#include <stdbool.h>
#include <stddef.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/// A word break iterator with ICU's dictionary of Chinese words, or NULL. It serves one thread at a time.
static inline UBreakIterator *icu_words_open(void) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    return U_SUCCESS(status) ? words : NULL;
}

static inline void icu_words_close(UBreakIterator *words) { ubrk_close(words); }

/// Begins a text, which must outlive the iteration.
static inline bool icu_words_begin(UBreakIterator *words, const uint16_t *text, int32_t length) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(words, (const UChar *)text, length, &status);
    if (U_FAILURE(status)) return false;
    ubrk_first(words);
    return true;
}

/// The end of the next word in UTF-16 units, or -1.
static inline int32_t icu_words_next(UBreakIterator *words) { return ubrk_next(words); }

/// The compatibility decomposition of a code point in UTF-16; its length, 0 when there is none or no room.
static inline int32_t icu_decomposition(int32_t point, uint16_t *into, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFKDInstance(&status);
    if (U_FAILURE(status)) return 0;
    int32_t length = unorm2_getDecomposition(form, point, (UChar *)into, capacity, &status);
    return U_FAILURE(status) || length < 0 ? 0 : length;
}

static inline int32_t icu_lower(int32_t point) { return u_tolower(point); }
static inline bool icu_is_letter(int32_t point) { return u_isalpha(point); }
static inline bool icu_is_digit(int32_t point) { return u_isdigit(point); }
static inline int32_t icu_digit_value(int32_t point) { return u_charDigitValue(point); }
static inline bool icu_is_mark(int32_t point) {
    int8_t type = u_charType(point);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

/// Whether a code point is of the Cyrillic (1), Latin (2) or Han (3) script; 0 of another.
static inline int32_t icu_script(int32_t point) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(point, &status)) {
        case USCRIPT_CYRILLIC: return 1;
        case USCRIPT_LATIN: return 2;
        case USCRIPT_HAN: return 3;
        default: return 0;
    }
}

/// A transliterator by its ASCII id, or NULL. It serves one thread at a time.
static inline UTransliterator *icu_transliterator_open(const char *id) {
    UErrorCode status = U_ZERO_ERROR;
    UChar name[64];
    int32_t length = 0;
    u_strFromUTF8(name, 64, &length, id, -1, &status);
    if (U_FAILURE(status)) return NULL;
    UTransliterator *made = utrans_openU(name, length, UTRANS_FORWARD, NULL, 0, NULL, &status);
    return U_SUCCESS(status) ? made : NULL;
}

static inline void icu_transliterator_close(UTransliterator *transliterator) { utrans_close(transliterator); }

/// Transliterates in place; the new length in UTF-16 units, -1 when there is no room.
static inline int32_t icu_transliterate(
    const UTransliterator *transliterator, uint16_t *text, int32_t length, int32_t capacity
) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t limit = length;
    utrans_transUChars(transliterator, (UChar *)text, &length, capacity, 0, &limit, &status);
    return U_FAILURE(status) ? -1 : length;
}

#endif
