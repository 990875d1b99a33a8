#include <stdbool.h>
#include <vips/vips.h>

// The calls of libvips take their options as variable arguments, which Swift cannot pass.

/// What is wrong with a stranger's file is said to the stranger, not in the log.
static inline void fairway_vips_ignore(const gchar *domain, GLogLevelFlags level, const gchar *text, gpointer data) {}

/// Readers that libvips itself does not trust with files of strangers stay shut; the caller brings its own parallelism.
static inline bool fairway_vips_start(void) {
    if (VIPS_INIT("fairway") != 0) return false;
    vips_block_untrusted_set(TRUE);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    g_log_set_handler("VIPS", G_LOG_LEVEL_WARNING, fairway_vips_ignore, NULL);
    return true;
}

/// The image's header; its points are read later. NULL when it cannot be read.
///
/// Not as a stream: those go on with black points where the file is damaged.
static inline VipsImage *fairway_vips_open(const void *bytes, size_t length) {
    return vips_image_new_from_buffer(bytes, length, "", "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
}

/// At most `side` points wide and high, never larger than it was, upright, in sRGB. NULL when it fails.
static inline VipsImage *fairway_vips_shrink(VipsImage *image, int side) {
    VipsImage *out = NULL;
    // Colours without a profile are sRGB already; through one they would come out as others.
    bool has_profile = vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0;
    int failed = has_profile
        ? vips_thumbnail_image(image, &out, side, "height", side, "size", VIPS_SIZE_DOWN, "export_profile", "srgb", NULL)
        : vips_thumbnail_image(image, &out, side, "height", side, "size", VIPS_SIZE_DOWN, NULL);
    return failed ? NULL : out;
}

/// On white where it was transparent.
static inline VipsImage *fairway_vips_flatten(VipsImage *image) {
    VipsImage *out = NULL;
    VipsArrayDouble *white = vips_array_double_newv(3, 255.0, 255.0, 255.0);
    int failed = vips_flatten(image, &out, "background", white, NULL);
    vips_area_unref(VIPS_AREA(white));
    return failed ? NULL : out;
}

/// As a progressive JPEG without any of the file's own notes; the caller frees the bytes with `g_free`.
static inline bool fairway_vips_jpeg(VipsImage *image, int quality, void **bytes, size_t *length) {
    return vips_jpegsave_buffer(image, bytes, length, "Q", quality, "strip", TRUE, "interlace", TRUE, "optimize_coding",
                                TRUE, NULL) == 0;
}
