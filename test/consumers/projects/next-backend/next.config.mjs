export default {
  eslint: { ignoreDuringBuilds: true },
  // Node.js loads it from node_modules, so it does not need to be bundled.
  serverExternalPackages: ['@penguinmails/support-server'],
};
