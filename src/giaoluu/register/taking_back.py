"""One way to take any decision back, whatever it was about: a claim, two rows, or a follow-up."""

from giaoluu.register import joining, judging, promising
from giaoluu.register.linking.rulings import ON_ROWS
from giaoluu.register.models import Judgement


def take_back(judgement: Judgement, *, who: str, why: str = "") -> Judgement:
    """Take a decision back; what was decided before it holds again. Raises RegisterError where that was done."""
    if judgement.verdict in ON_ROWS:
        return joining.take_back(judgement, who=who, why=why)
    take = promising.take_back_follow_up if judgement.table == promising.TABLE else judging.undo
    return take(judgement, who=who, why=why)
