package import FairwayCore

extension ImageFlaw: WordedError {
    package func words(in language: Language) -> String {
        switch self {
        case .tooManyBytes(let most):
            let megabytes = most >> 20
            return language.pick(
                zh: "文件超过 \(megabytes) MB",
                ru: "файл больше \(megabytes) МБ",
                en: "the file is larger than \(megabytes) MB"
            )
        case .unknownFormat:
            return language.pick(
                zh: "不是 JPEG、PNG 或 WebP 图片",
                ru: "это не изображение JPEG, PNG или WebP",
                en: "it is no JPEG, PNG or WebP image"
            )
        case .tooManyPixels(let width, let height, let most):
            let millions = most / 1_000_000
            return language.pick(
                zh: "图片为 \(width) × \(height)，最多 \(millions)00 万像素",
                ru: "\(width) × \(height) точек, можно не более \(millions) миллионов",
                en: "it has \(width) × \(height) pixels; at most \(millions) million can be taken"
            )
        case .tooSmall(let width, let height, let least):
            return language.pick(
                zh: "图片为 \(width) × \(height)，每边至少 \(least) 像素",
                ru: "\(width) × \(height) точек, нужно не менее \(least) по каждой стороне",
                en: "it has \(width) × \(height) pixels; each side needs \(least)"
            )
        case .damaged:
            return language.pick(
                zh: "图片已损坏或不完整",
                ru: "изображение повреждено или неполное",
                en: "the image is damaged or incomplete"
            )
        }
    }
}
