"""The table that the benchmark prints, line by line as results come."""

from results import Comparison, Result

WIDTHS = {"instance": 26, "value": 13, "bound": 13, "status": 11, "seconds": 7, "MB": 5}
PEER_WIDTH = 29


def header(peers: list[str]) -> str:
    cells = [
        f"{name:<{width}}" if name in ("instance", "status") else f"{name:>{width}}"
        for name, width in WIDTHS.items()
    ]
    return "  ".join([*cells, *(f"{peer:<{PEER_WIDTH}}" for peer in peers), "ratio"])


def line(comparison: Comparison, peers: list[str]) -> str:
    own = comparison.fairway
    cells = [
        f"{comparison.instance:<{WIDTHS['instance']}}",
        f"{_pair(own.placed_weight, own.breaks):>{WIDTHS['value']}}",
        f"{_pair(own.weight_bound, own.breaks_bound):>{WIDTHS['bound']}}",
        f"{own.status:<{WIDTHS['status']}}",
        f"{own.seconds:>{WIDTHS['seconds']}.2f}",
        f"{own.peak_megabytes or 0:>{WIDTHS['MB']}.0f}",
    ]
    return "  ".join(
        [*cells, *(f"{_peer(comparison.peers[peer]):<{PEER_WIDTH}}" for peer in peers), comparison.ratio()]
    )


def _peer(result: Result) -> str:
    """A peer's value, bound and seconds, or why it has none."""
    if result.status == "unsupported":
        return "–"
    if result.status in ("infeasible", "failed"):
        return f"{result.status} {result.seconds:.2f} s"
    parts = [f"{result.seconds:.2f} s"]
    if result.weight_bound is not None or result.breaks_bound is not None:
        parts.insert(0, f"[{_pair(result.weight_bound, result.breaks_bound)}]")
    if result.status != "bound":
        parts.insert(0, "none" if result.value is None else _pair(result.placed_weight, result.breaks))
    return " ".join(parts)


def _pair(weight: int | None, breaks: int | None) -> str:
    """Weight/breaks, with a dash for what is not known."""
    if weight is None and breaks is None:
        return "–"
    return f"{'–' if weight is None else weight}/{'–' if breaks is None else breaks}"
