export default { eslint: { ignoreDuringBuilds: true }, devIndicators: false };
