#!/bin/sh
# An array job on Slurm:  sbatch slurm.sh /archive /results
# When it is done:        kc-check merge /results -f json -o report.json
#
# The number of parts is written down, never taken from Slurm: `sbatch --array=2,5` to run two parts again
# would say that there are two. The array counts from 0, as --shard auto does.
#SBATCH --job-name=kc-check
#SBATCH --array=0-63
#SBATCH --requeue
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --output=kc-check-%A-%a.log
set -eu
exec kc-check "$1" --out "$2" --shard auto/64 --jobs "${SLURM_CPUS_PER_TASK:-2}" --exit-zero
