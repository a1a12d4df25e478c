# Breaks in published ideal points, as R's strucchange finds them: what the search for turns is compared with.
#
#   Rscript bench/strucchange.R PUBLISHED.csv.gz [COLUMN [H]] > breaks.csv
#   build/score_turns FOLDER breaks.csv
#
# PUBLISHED is the yearly file of July 2025. For each seat the level of the series is taken to change at some years and to
# be constant between them: least squares over all places of the breaks, their number by BIC (Bai and Perron 2003, Journal of
# Applied Econometrics 18: 1-22; Zeileis et al. 2002, Journal of Statistical Software 7:2). H is the fewest years between two
# breaks, or below 1, as in the package's own default of 0.15, a share of the series. Strength is by how much the level
# changes, date the first year behind the break.
# Debian: apt-get install r-cran-strucchange. Neither building volteface nor its tests need R.
suppressPackageStartupMessages(library(strucchange))

arguments <- commandArgs(trailingOnly = TRUE)
column <- if (length(arguments) > 1) arguments[2] else "idealpointall"
least_years <- if (length(arguments) > 2) as.numeric(arguments[3]) else 4

points <- read.csv(gzfile(arguments[1]))
points <- points[!is.na(points[[column]]), ]
# The file runs on over a change of seat.
points$seat <- points$iso3c
points$seat[points$iso3c == "RUS" & points$year < 1992] <- "SUN"
points$seat[points$iso3c == "DEU" & points$year < 1990] <- "GFR"

cat("state,date,strength,size\n")
for (seat in sort(unique(points$seat))) {
  series <- points[points$seat == seat, ]
  series <- series[order(series$year), ]
  apart <- if (least_years < 1) floor(least_years * nrow(series)) else least_years
  if (apart < 2 || nrow(series) < 2 * apart + 1) next
  level <- series[[column]]
  found <- tryCatch(breakpoints(level ~ 1, h = apart)$breakpoints, error = function(e) NA)
  if (anyNA(found)) next
  edges <- c(0, found, nrow(series))
  for (k in seq_along(found)) {
    before <- mean(level[(edges[k] + 1):edges[k + 1]])
    after <- mean(level[(edges[k + 1] + 1):edges[k + 2]])
    cat(sprintf("%s,%d,%.4f,%.4f\n", seat, as.integer(series$year[edges[k + 1] + 1]), abs(after - before), after - before))
  }
}
