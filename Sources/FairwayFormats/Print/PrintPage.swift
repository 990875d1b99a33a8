import CPangoCairo
import Foundation
import PrivateFiles

/// A PDF drawn through Pango and Cairo: text in any script, fonts embedded.
///
/// Lengths are points.
final class PrintPage {
    static let width = 595.28
    static let height = 841.89
    static let margin = 48.0

    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let layout: OpaquePointer

    /// - Parameters:
    ///   - language: BCP 47: Pango picks the glyphs of that language where scripts share characters.
    ///   - createdAt: ISO 8601, so that the same content gives the same file.
    init(path: String, title: String, language: String, createdAt: String) throws {
        try PrivateFile.prepare(path)
        guard let surface = cairo_pdf_surface_create(path, Self.width, Self.height) else {
            throw CocoaError(.fileWriteUnknown)
        }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface),
            let layout = pango_cairo_create_layout(context)
        else {
            cairo_surface_destroy(surface)
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
        self.surface = surface
        self.context = context
        self.layout = layout
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Fairway")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, createdAt)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, createdAt)
        pango_context_set_language(pango_layout_get_context(layout), pango_language_from_string(language))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    private func prepare(_ text: String, size: Double, bold: Bool, width: Double) {
        let font = pango_font_description_new()
        pango_font_description_set_family(font, "Noto Sans, Noto Sans CJK SC")
        pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_text(layout, text, -1)
    }

    /// How high the text is when set to a width.
    func height(of text: String, size: Double, bold: Bool = false, width: Double) -> Double {
        prepare(text, size: size, bold: bold, width: width)
        var height: Int32 = 0
        pango_layout_get_size(layout, nil, &height)
        return Double(height) / Double(PANGO_SCALE)
    }

    func draw(
        _ text: String,
        x: Double,
        y: Double,
        size: Double,
        bold: Bool = false,
        width: Double,
        grey: Double = 0
    ) {
        prepare(text, size: size, bold: bold, width: width)
        cairo_set_source_rgb(context, grey, grey, grey)
        cairo_move_to(context, x, y)
        pango_cairo_show_layout(context, layout)
    }

    /// A straight line, such as that between two rows.
    func line(
        from start: (x: Double, y: Double),
        to end: (x: Double, y: Double),
        grey: Double,
        thickness: Double
    ) {
        cairo_set_source_rgb(context, grey, grey, grey)
        cairo_set_line_width(context, thickness)
        cairo_move_to(context, start.x, start.y)
        cairo_line_to(context, end.x, end.y)
        cairo_stroke(context)
    }

    func nextPage() { cairo_show_page(context) }

    /// - Throws: when the file could not be written.
    func finish() throws {
        cairo_surface_finish(surface)
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            throw CocoaError(.fileWriteUnknown)
        }
    }
}
