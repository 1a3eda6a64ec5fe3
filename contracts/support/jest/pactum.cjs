module.exports = globalThis.modulesOfTheRun.pactum;
