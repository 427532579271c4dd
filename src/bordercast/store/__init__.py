"""Nouns go into tables and come back: one table per noun, ids from content, nothing ever overwritten."""

from bordercast.store.store import Store, Vintage, VintageLine, shown

__all__ = ["Store", "Vintage", "VintageLine", "shown"]
