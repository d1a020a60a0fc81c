/** The weights of the evidence; not fitted yet: every break is certain. */
export const baseline = 10;
export const weights: Readonly<Record<string, number>> = {};
const none = { findings: 0, true: 0 };
export const judged = { certain: none, likely: none, possible: none };
export const planted = { certain: none, likely: none, possible: none };
export const thresholds = { certain: 0.95, likely: 0.6 };
