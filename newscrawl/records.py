"""Records of any type that itemadapter knows: their fields, and others in their place."""

from collections.abc import Mapping
from typing import Any

from itemadapter.adapter import ItemAdapter
from pydantic import BaseModel

from newscrawl.preparing import dumped, with_changes
from newscrawl.rejects import Reject


def fields_of(item: Any) -> dict[str, Any]:
    """Return the fields of *item*, a record of any type, down to plain dicts and lists."""
    if isinstance(item, BaseModel):
        return dumped(item)
    return ItemAdapter(item).asdict()


def reject_of(item: Any, reason: str, detail: str, problems: tuple[Any, ...] = ()) -> Reject:
    """Return the reject of an *item* of any type that itemadapter knows."""
    fields = ItemAdapter(item)
    page = fields.get("page")
    kept = ItemAdapter(page if ItemAdapter.is_item(page) else {})
    return Reject(
        reason=reason,
        detail=detail,
        url=fields.get("url"),
        problems=tuple(ItemAdapter(problem).asdict() for problem in problems),
        kind=kept.get("kind"),
        digest=kept.get("digest"),
        archive=kept.get("archive"),
    )


def with_fields(item: Any, fields: Mapping[str, Any]) -> Any:
    """Return *item* with *fields*, those that its type does not have left out.

    A mutable item is changed in place; of a frozen one and of a model, which checks its values, a
    new one is made. Items inside the fields keep their types. A value that the model refuses
    raises pydantic's ``ValidationError``.
    """
    before = fields_of(item)
    if isinstance(item, BaseModel):
        return with_changes(item, before, fields)
    adapter = ItemAdapter(item)
    names = fields if isinstance(item, dict) else [n for n in adapter.field_names() if n in fields]
    changed = {n: fields[n] for n in names if n not in before or before[n] != fields[n]}
    if not changed:
        return item
    values = {name: _restored(adapter.get(name), value) for name, value in changed.items()}
    try:
        adapter.update(values)
    except AttributeError:
        return type(item)(**{**adapter, **values})
    return item


def _restored(before: Any, after: Any) -> Any:
    """Return *after*, plain data, with items of the types that stand in *before*."""
    if isinstance(before, (list, tuple)) and isinstance(after, (list, tuple)) and before:
        return type(before)(_restored(before[0], part) for part in after)
    is_part = isinstance(after, Mapping) and not isinstance(before, dict)
    return type(before)(**after) if is_part and ItemAdapter.is_item(before) else after
