"""What one instance gave, and how Fairway and its peers compare on it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Result:
    """One solver on one instance; what it does not claim is None. Breaks are bounded at its own weight."""

    status: str
    seconds: float
    placed_weight: int | None = None
    breaks: int | None = None
    weight_bound: int | None = None
    breaks_bound: int | None = None
    peak_megabytes: float | None = None

    @property
    def has_proof(self) -> bool:
        return self.status in ("optimal", "infeasible")

    @property
    def value(self) -> tuple[int, int] | None:
        """Weight and breaks as a pair that grows with quality."""
        if self.placed_weight is None or self.breaks is None:
            return None
        return self.placed_weight, -self.breaks


@dataclass
class Comparison:
    """One instance: Fairway beside its peers."""

    instance: str
    is_list: bool
    fairway: Result
    peers: dict[str, Result] = field(default_factory=dict)

    def ratio(self) -> str:
        """Lists: seconds to the proof beside MaxSAT. Expos: gap to the bound, breaks beside greedy."""
        if self.is_list:
            maxsat = self.peers.get("maxsat")
            if maxsat is None or maxsat.status == "unsupported":
                return "–"
            times = f"{self.fairway.seconds / max(maxsat.seconds, 0.001):.2f}"
            if self.fairway.has_proof and maxsat.has_proof:
                return f"{times} × maxsat's s"
            if self.fairway.has_proof:
                return f"< {times} × maxsat's s"
            return f"> {times} × maxsat's s" if maxsat.has_proof else "neither proves"
        parts = []
        weight, bound = self.fairway.placed_weight, self.fairway.weight_bound
        if weight is not None and bound:
            parts.append(f"gap {100 * (bound - weight) / bound:.2f} %")
        greedy = self.peers.get("greedy")
        if greedy and greedy.breaks and self.fairway.breaks is not None:
            parts.append(f"breaks {100 * self.fairway.breaks / greedy.breaks:.0f} % of greedy's")
        return ", ".join(parts) or "–"

    def better_peers(self) -> list[str]:
        """Where a peer has a better value, a tighter bound, or an earlier proof."""
        return [
            f"{self.instance}: {name} {claim}"
            for name, peer in self.peers.items()
            for claim in self._advantages(peer)
        ]

    def _advantages(self, peer: Result) -> list[str]:
        own, claims = self.fairway, []
        if peer.value is not None and (own.value is None or peer.value > own.value):
            claims.append(f"has the better value ({peer.placed_weight}/{peer.breaks})")
        if peer.has_proof and not own.has_proof:
            claims.append(f"proves it {peer.status} and Fairway does not")
        elif peer.has_proof and peer.seconds < own.seconds:
            claims.append(f"has the proof earlier ({peer.seconds:.2f} s, Fairway {own.seconds:.2f} s)")
        if own.has_proof or peer.has_proof:
            return claims
        if peer.weight_bound is not None and peer.weight_bound < (own.weight_bound or 0):
            claims.append(f"has the tighter bound on weight ({peer.weight_bound})")
        if self._bounds_breaks_better(peer):
            claims.append(f"has the tighter bound on breaks ({peer.breaks_bound})")
        return claims

    def _bounds_breaks_better(self, peer: Result) -> bool:
        """Bounds on breaks compare at one placed weight only: any on a list, the same one on an expo."""
        same_weight = self.is_list or peer.placed_weight == self.fairway.placed_weight
        return same_weight and (peer.breaks_bound or 0) > (self.fairway.breaks_bound or 0)
