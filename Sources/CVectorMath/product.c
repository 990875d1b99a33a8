#include "CVectorMath.h"

/* No fused multiply-add: it would round once where the plain kernel rounds twice. */
#pragma STDC FP_CONTRACT OFF

/* Writes one tile of the result: TILE_ROWS rows × VECTORS vectors of WIDTH numbers, held in registers over all of `depth`. */
#define DEFINE_TILE(NAME, TARGET, WIDTH, VECTORS, TILE_ROWS)                                                   \
    TARGET static void NAME(const float *a, size_t a_stride, size_t depth, const float *b, size_t b_stride,    \
                            float *out, size_t out_stride) {                                                   \
        typedef float vector __attribute__((vector_size(WIDTH * 4), aligned(4)));                              \
        vector sum[TILE_ROWS][VECTORS];                                                                        \
        for (int r = 0; r < TILE_ROWS; r++)                                                                    \
            for (int v = 0; v < VECTORS; v++) sum[r][v] = *(vector *)(out + r * out_stride + v * WIDTH);       \
        for (size_t k = 0; k < depth; k++) {                                                                   \
            vector weights[VECTORS];                                                                           \
            for (int v = 0; v < VECTORS; v++) weights[v] = *(const vector *)(b + k * b_stride + v * WIDTH);    \
            for (int r = 0; r < TILE_ROWS; r++)                                                                \
                for (int v = 0; v < VECTORS; v++) sum[r][v] += weights[v] * a[r * a_stride + k];               \
        }                                                                                                      \
        for (int r = 0; r < TILE_ROWS; r++)                                                                    \
            for (int v = 0; v < VECTORS; v++) *(vector *)(out + r * out_stride + v * WIDTH) = sum[r][v];       \
    }

/* Goes over the columns in strips, so that a strip of `b` stays in the cache while all rows pass it, and over the rows by
   four, two and one. Columns that do not fill a strip take the next narrower kernel. */
#define DEFINE_PRODUCT(NAME, TARGET, STRIP, NARROWER)                                                          \
    TARGET static void NAME(const float *a, size_t rows, size_t a_stride, size_t depth, const float *b,        \
                            size_t b_stride, size_t columns, float *out, size_t out_stride) {                  \
        size_t c = 0;                                                                                          \
        for (; c + STRIP <= columns; c += STRIP) {                                                             \
            size_t r = 0;                                                                                      \
            for (; r + 4 <= rows; r += 4)                                                                      \
                NAME##_4(a + r * a_stride, a_stride, depth, b + c, b_stride, out + r * out_stride + c, out_stride); \
            for (; r + 2 <= rows; r += 2)                                                                      \
                NAME##_2(a + r * a_stride, a_stride, depth, b + c, b_stride, out + r * out_stride + c, out_stride); \
            for (; r < rows; r++)                                                                              \
                NAME##_1(a + r * a_stride, a_stride, depth, b + c, b_stride, out + r * out_stride + c, out_stride); \
        }                                                                                                      \
        if (c < columns) NARROWER(a, rows, a_stride, depth, b + c, b_stride, columns - c, out + c, out_stride); \
    }

static void nothing(const float *a, size_t rows, size_t a_stride, size_t depth, const float *b, size_t b_stride,
                    size_t columns, float *out, size_t out_stride) {
    (void)a, (void)rows, (void)a_stride, (void)depth, (void)b, (void)b_stride, (void)columns, (void)out, (void)out_stride;
}

#define PLAIN
DEFINE_TILE(plain_4, PLAIN, 4, 2, 4)
DEFINE_TILE(plain_2, PLAIN, 4, 2, 2)
DEFINE_TILE(plain_1, PLAIN, 4, 2, 1)
DEFINE_PRODUCT(plain, PLAIN, 8, nothing)

#if defined(__x86_64__)

#define AVX2 __attribute__((target("avx2")))
DEFINE_TILE(avx2_4, AVX2, 8, 2, 4)
DEFINE_TILE(avx2_2, AVX2, 8, 2, 2)
DEFINE_TILE(avx2_1, AVX2, 8, 2, 1)
DEFINE_PRODUCT(avx2, AVX2, 16, plain)

#define AVX512 __attribute__((target("avx512f")))
DEFINE_TILE(avx512_4, AVX512, 16, 4, 4)
DEFINE_TILE(avx512_2, AVX512, 16, 4, 2)
DEFINE_TILE(avx512_1, AVX512, 16, 4, 1)
DEFINE_PRODUCT(avx512, AVX512, 64, avx2)

#endif

int fv_widest_kernel(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx2"))
        return FV_KERNEL_AVX512;
    if (__builtin_cpu_supports("avx2")) return FV_KERNEL_AVX2;
#endif
    return FV_KERNEL_PLAIN;
}

void fv_add_product(int kernel, const float *a, size_t rows, size_t a_stride, size_t depth, const float *b,
                    size_t columns, float *out, size_t out_stride) {
    switch (kernel) {
#if defined(__x86_64__)
    case FV_KERNEL_AVX512: avx512(a, rows, a_stride, depth, b, columns, columns, out, out_stride); return;
    case FV_KERNEL_AVX2: avx2(a, rows, a_stride, depth, b, columns, columns, out, out_stride); return;
#endif
    default: plain(a, rows, a_stride, depth, b, columns, columns, out, out_stride);
    }
}
