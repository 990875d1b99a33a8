#ifndef FAIRWAY_VECTOR_MATH_H
#define FAIRWAY_VECTOR_MATH_H

#include <stddef.h>
#include <stdint.h>

/* The inner loops of a matrix product and of a search, for the vector units that Swift cannot address without unsafe compiler flags.
   Every kernel of the product adds the products of one result in the order of `depth`, multiplication and addition rounded apart, so
   that all of them give the same bits on every machine. */

enum fv_kernel { FV_KERNEL_PLAIN = 0, FV_KERNEL_AVX2 = 1, FV_KERNEL_AVX512 = 2 };

/* The widest kernel that this processor runs. */
int fv_widest_kernel(void);

/* out += a · b, row by row: a is rows × depth, b is depth × columns without gaps, out is rows × columns.
   `a_stride` and `out_stride` are the distances between rows, in numbers. `columns` is a multiple of 8.
   A kernel that the processor lacks must not be asked for. */
void fv_add_product(int kernel, const float *a, size_t rows, size_t a_stride, size_t depth, const float *b,
                    size_t columns, float *out, size_t out_stride);

/* out[r] = row r of `rows` · query, in whole numbers: the same on every machine. `rows` is count × dimension without gaps.
   The caller sees to it that no sum leaves 32 bits. A kernel that the processor lacks must not be asked for. */
void fv_byte_dots(int kernel, const int8_t *rows, size_t count, size_t dimension, const int16_t *query, int32_t *out);

#endif
