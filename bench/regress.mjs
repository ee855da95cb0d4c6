/**
 * Returns the weights of a logistic regression by Newton's method. `ridge` keeps all weights except
 * the first small.
 */
export function regress(rows, ridge) {
  let weights = rows[0][0].map(() => 0);
  for (let round = 0; round < 30; round++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight));
    const bend = weights.map((_, at) => weights.map((__, other) => (at === other ? ridge : 0)));
    for (const [values, expected] of rows) {
      const likely = chance(dot(values, weights));
      for (const [at, value] of values.entries()) {
        slope[at] += (likely - expected) * value;
        for (const [other, factor] of values.entries()) {
          bend[at][other] += likely * (1 - likely) * value * factor;
        }
      }
    }
    const step = solve(bend, slope);
    weights = weights.map((weight, at) => weight - step[at]);
  }
  return weights;
}

export function chance(odds) {
  return 1 / (1 + Math.exp(-odds));
}

export function dot(values, weights) {
  return values.reduce((sum, value, at) => sum + value * weights[at], 0);
}

/** Gauss-Jordan elimination without pivoting, because the matrix is positive definite. */
function solve(matrix, right) {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  for (const [at, pivot] of rows.entries()) {
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[at] / pivot[at];
      for (let column = at; column < row.length; column++) row[column] -= factor * pivot[column];
    }
  }
  return rows.map((row, at) => row.at(-1) / row[at]);
}
