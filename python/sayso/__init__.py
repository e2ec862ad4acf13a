"""sayso reads news articles and keeps who said what.

>>> import sayso
>>> record = sayso.read('"The bridge is closed," said Mayor Ana Silva.')
>>> for attribution in record.attributions:
...     print(record.origin_name(attribution), attribution.cue.lemma, attribution.content.text)

Tables and files are made by `to_pandas`, `to_arrow` and `to_parquet` (with pyarrow), claims and entities across
articles come from an `Archive`. `sayso.spacy` and `sayso.spark` are imported by those who use them.
"""

from __future__ import annotations

from ._errors import Error
from ._native import version as __version__
from .archive import Archive
from .claim import Claim
from .reader import Article, Reader, read, read_many
from .record import Attribution, Entity, Record
from .tables import read_parquet, to_arrow, to_pandas, to_parquet

__all__ = [
    "Archive",
    "Article",
    "Attribution",
    "Claim",
    "Entity",
    "Error",
    "Reader",
    "Record",
    "__version__",
    "read",
    "read_many",
    "read_parquet",
    "to_arrow",
    "to_pandas",
    "to_parquet",
]
