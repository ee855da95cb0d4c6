/** Loaded ahead of the demo by `npm start`: stops it when that process is gone, however it went. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
