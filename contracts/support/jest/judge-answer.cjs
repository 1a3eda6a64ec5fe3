module.exports = globalThis.modulesOfTheRun.judgeAnswer;
