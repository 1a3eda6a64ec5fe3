/** Opacities of a heatmap's cells. Cells of one strength are one path: a picture of a thousand cells stays small. */
export const strengths = [0.08, 0.2, 0.32, 0.44, 0.56, 0.68, 0.84, 1] as const;
