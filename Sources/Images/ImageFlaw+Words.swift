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
        case .tooMuchMemory(let most):
            let megabytes = most >> 20
            return language.pick(
                zh: "解码需要超过 \(megabytes) MB 内存；请减小尺寸，或另存为每通道 8 位、非交错格式",
                ru:
                    "для чтения нужно больше \(megabytes) МБ памяти; уменьшите изображение или сохраните его с 8 битами на канал и без чересстрочности",
                en:
                    "reading it takes more than \(megabytes) MB of memory; make it smaller, or save it with 8 bits a channel and not interlaced"
            )
        case .tooManyPasses(let most):
            return language.pick(
                zh: "图片分层超过 \(most) 次扫描",
                ru: "в изображении больше \(most) проходов",
                en: "it is made of more than \(most) scans"
            )
        case .animated:
            return language.pick(
                zh: "动画图片不能使用，请上传静态图片",
                ru: "это анимация, нужно неподвижное изображение",
                en: "it is an animation; a still image is needed"
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
