/** The weights of the evidence; not fitted yet: every break is certain. */
export const baseline = 10;
export const weights: Readonly<Record<string, number>> = {};
export const thresholds = { certain: 0.95, likely: 0.6 };
