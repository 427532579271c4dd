"""From the reports of a sudden exodus to who said what, how many crossed where, and how sure we are."""
