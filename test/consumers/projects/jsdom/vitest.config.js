export default { test: { environment: 'jsdom', include: ['*.vitest.js'] } };
