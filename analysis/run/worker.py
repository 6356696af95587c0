"""What the workers of a local cluster have loaded before they are forked: importing this module is the point of it.

The process that workers are forked from imports it once (see `cluster.local_cluster`), so that two workers do not pay
twice for the imports, the language pipeline and the first look into every list.
"""

from __future__ import annotations

import gc

from .. import read_text
from ..find.gazetteer import lookups
from . import corpus

SAMPLE = (
    "The army said on Monday that its troops killed five gunmen and destroyed two vehicles near Mosul, Iraq, last "
    'week. "Operation Northern Shield will go on," said Col. Ali Hassan, who did not confirm the air strike.'
)

REHEARSED = list(corpus.tabulate_any([read_text(SAMPLE, "sample", published="2022-04-28")]))
lookups.reload()  # a database connection must not be used on both sides of a fork
gc.collect()
gc.freeze()  # what all workers share is never garbage: it need not be searched, nor its pages copied
