export default {
  eslint: { ignoreDuringBuilds: true },
  // Node.js loads it from node_modules: nothing of it needs to be bundled.
  serverExternalPackages: ['@penguinmails/support-server'],
};
