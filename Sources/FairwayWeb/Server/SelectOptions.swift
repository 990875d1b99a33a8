/// The options of a `<select>` as HTML: the template engine would take most of a page's time for hundreds of them.
enum SelectOptions {
    static func html(_ options: [(code: String, name: String)], chosen: String?) -> String {
        var html = ""
        for (code, name) in options {
            let mark = code == chosen ? " selected" : ""
            html += "<option value=\"\(HTMLText.escaped(code))\"\(mark)>\(HTMLText.escaped(name))</option>\n"
        }
        return html
    }
}
