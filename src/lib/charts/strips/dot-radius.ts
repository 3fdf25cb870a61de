/**
 * How large the dot of a score is: larger where more have it, never so large that it hides its neighbours.
 * @returns in px
 */
export const dotRadius = (count: number): number => Math.min(11, 3.5 + Math.sqrt(count) * 1.8);
