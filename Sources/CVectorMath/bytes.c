#include "CVectorMath.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static int32_t rest(const int8_t *row, const int16_t *query, size_t from, size_t dimension) {
    int32_t sum = 0;
    for (size_t k = from; k < dimension; k++) sum += (int32_t)row[k] * query[k];
    return sum;
}

static void plain_bytes(const int8_t *rows, size_t count, size_t dimension, const int16_t *query, int32_t *out) {
    for (size_t r = 0; r < count; r++) out[r] = rest(rows + r * dimension, query, 0, dimension);
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static void avx2_bytes(const int8_t *rows, size_t count, size_t dimension,
                                                       const int16_t *query, int32_t *out) {
    for (size_t r = 0; r < count; r++) {
        const int8_t *row = rows + r * dimension;
        __m256i sum = _mm256_setzero_si256();
        size_t k = 0;
        for (; k + 16 <= dimension; k += 16) {
            __m256i wide = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(row + k)));
            __m256i other = _mm256_loadu_si256((const __m256i *)(query + k));
            sum = _mm256_add_epi32(sum, _mm256_madd_epi16(wide, other));
        }
        __m128i half = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
        half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4E));
        half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0xB1));
        out[r] = _mm_cvtsi128_si32(half) + rest(row, query, k, dimension);
    }
}

__attribute__((target("avx512f,avx512bw"))) static void avx512_bytes(const int8_t *rows, size_t count, size_t dimension,
                                                                     const int16_t *query, int32_t *out) {
    for (size_t r = 0; r < count; r++) {
        const int8_t *row = rows + r * dimension;
        __m512i even = _mm512_setzero_si512(), odd = _mm512_setzero_si512();
        size_t k = 0;
        for (; k + 64 <= dimension; k += 64) {
            __m512i one = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const __m256i *)(row + k)));
            __m512i two = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const __m256i *)(row + k + 32)));
            even = _mm512_add_epi32(even, _mm512_madd_epi16(one, _mm512_loadu_si512(query + k)));
            odd = _mm512_add_epi32(odd, _mm512_madd_epi16(two, _mm512_loadu_si512(query + k + 32)));
        }
        out[r] = _mm512_reduce_add_epi32(_mm512_add_epi32(even, odd)) + rest(row, query, k, dimension);
    }
}

#endif

void fv_byte_dots(int kernel, const int8_t *rows, size_t count, size_t dimension, const int16_t *query, int32_t *out) {
    switch (kernel) {
#if defined(__x86_64__)
    case FV_KERNEL_AVX512: avx512_bytes(rows, count, dimension, query, out); return;
    case FV_KERNEL_AVX2: avx2_bytes(rows, count, dimension, query, out); return;
#endif
    default: plain_bytes(rows, count, dimension, query, out);
    }
}
