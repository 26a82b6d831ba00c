module.exports = () => globalThis.stopTestStores();
