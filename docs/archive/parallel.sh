#!/bin/sh
# GNU parallel on one machine or several (--sshloginfile). Run again after a failure: only the parts that
# failed are run, and in them only the filings that are missing.
set -eu
archive=$1
results=$2
seq 32 | parallel --joblog "$results.joblog" --resume-failed \
  kc-check "$archive" --out "$results" --shard {}/32 --jobs 1 --exit-zero --no-progress
kc-check merge "$results"
