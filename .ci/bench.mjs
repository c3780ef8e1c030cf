// Prints what `cargo bench` measured: throughput, and the time per byte against ordinary text.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const found = []
const walk = (folder) => {
    for (const name of readdirSync(folder)) {
        const path = join(folder, name)
        if (!statSync(path).isDirectory()) continue
        if (name !== 'new') { walk(path); continue }
        const { group_id, function_id, throughput } = JSON.parse(readFileSync(join(path, 'benchmark.json')))
        const { median } = JSON.parse(readFileSync(join(path, 'estimates.json')))
        found.push({ group: group_id, name: function_id, bytes: throughput?.Bytes, time: median.point_estimate })
    }
}
walk(process.argv[2] ?? 'target/criterion')

const perByte = (one) => one.time / one.bytes
const order = { ordinary: 0, adversarial: 1, dictionary: 2, versions: 3 }
// Of each kind of work, ordinary text of this size.
const ordinary = (one) => {
    const work = one.group === 'versions' ? one.name.split(' ')[0] : 'extract'
    return found.find((other) => other.name === `${work} 1 MB`)
}
found.sort((one, other) => order[one.group] - order[other.group] || (one.bytes ?? 0) - (other.bytes ?? 0) || one.name.localeCompare(other.name))
for (const one of found) {
    const figures = one.bytes
        ? `${(one.bytes / one.time * 1000).toFixed(1).padStart(7)} MB/s  ${(perByte(one) / perByte(ordinary(one))).toFixed(2).padStart(5)} × ordinary`
        : `${(one.time / 1e6).toFixed(1).padStart(7)} ms`
    console.log(`${one.group.padEnd(12)} ${one.name.padEnd(28)} ${figures}`)
}
