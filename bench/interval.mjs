/**
 * Returns a share with its 95 % interval by Wilson, which is valid for few and for extreme counts.
 */
export function share(count, all) {
  if (all === 0) return '–';
  const z = 1.96;
  const observed = count / all;
  const middle = (observed + z ** 2 / (2 * all)) / (1 + z ** 2 / all);
  const spread =
    (z * Math.sqrt((observed * (1 - observed)) / all + z ** 2 / (4 * all ** 2))) /
    (1 + z ** 2 / all);
  const [low, high] = [Math.max(0, middle - spread), middle + spread].map((edge) =>
    edge.toFixed(2),
  );
  return `${observed.toFixed(3)} [${low}–${high}] ${count}/${all}`;
}
