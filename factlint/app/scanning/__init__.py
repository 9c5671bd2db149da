"""``factlint scan``: an archive of articles, in pieces, in bounded memory, on one machine or a cluster."""
