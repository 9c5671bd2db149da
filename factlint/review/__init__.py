"""The review page: what ``reports/html`` writes, served to the browser of this machine, with decisions saved."""
