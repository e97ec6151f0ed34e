/**
 * Rewrites an ONNX model so that a matrix product with dequantised weights
 * (`DequantizeLinear` then `MatMul`) is done on the quantised weights.
 *
 * ONNX Runtime fuses that pair by itself, but not inside the branches of an
 * `If` when the weights live outside: there it expands 9.4 million weights to
 * floats for every token, two thirds of the decoder's time.
 *
 * Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */

const MODEL = {graph: 7, opsetImport: 8};
const GRAPH = {node: 1, initializer: 5};
const NODE = {input: 1, output: 2, name: 3, opType: 4, attribute: 5, domain: 7};
const ATTRIBUTE = {graph: 6};
const OPSET = {domain: 1, version: 2};
const CONTRIB = 'com.microsoft';

/** @param {Uint8Array} model @returns {{model: Uint8Array, fused: number}} */
export function fuseDequantizedProducts(model) {
  const counter = {fused: 0};
  const fields = readFields(model).map(field =>
    field.number === MODEL.graph ? withBytes(field, fuseGraph(field.bytes, counter)) : field,
  );
  if (!fields.some(isContribOpset)) {
    fields.push(
      bytesField(
        MODEL.opsetImport,
        writeFields([textField(OPSET.domain, CONTRIB), varintField(OPSET.version, 1n)]),
      ),
    );
  }
  return {model: writeFields(fields), fused: counter.fused};
}

function isContribOpset(field) {
  if (field.number !== MODEL.opsetImport) return false;
  return readFields(field.bytes).some(
    part => part.number === OPSET.domain && text(part.bytes) === CONTRIB,
  );
}

function fuseGraph(bytes, counter) {
  const fields = readFields(bytes);
  const nodes = fields.filter(field => field.number === GRAPH.node).map(readNode);
  const uses = countUses(nodes);
  const dequantizers = new Map(
    nodes.filter(node => node.opType === 'DequantizeLinear').map(node => [node.outputs[0], node]),
  );
  const replaced = new Map();
  for (const node of nodes) {
    const source = node.opType === 'MatMul' ? dequantizers.get(node.inputs[1]) : undefined;
    if (!source || source.inputs.length < 3 || uses.get(node.inputs[1]) !== 1) continue;
    replaced.set(source.field, null);
    replaced.set(node.field, productOf(node, source));
    counter.fused += 1;
  }
  const result = [];
  for (const field of fields) {
    if (replaced.has(field)) {
      const node = replaced.get(field);
      if (node) result.push(node);
    } else {
      result.push(
        field.number === GRAPH.node ? withBytes(field, fuseNode(field.bytes, counter)) : field,
      );
    }
  }
  return writeFields(result);
}

/** Descends into the branches of `If` and the like. */
function fuseNode(bytes, counter) {
  return writeFields(
    readFields(bytes).map(field => {
      if (field.number !== NODE.attribute) return field;
      const parts = readFields(field.bytes).map(part =>
        part.number === ATTRIBUTE.graph ? withBytes(part, fuseGraph(part.bytes, counter)) : part,
      );
      return withBytes(field, writeFields(parts));
    }),
  );
}

function readNode(field) {
  const parts = readFields(field.bytes);
  const all = number => parts.filter(part => part.number === number).map(part => text(part.bytes));
  return {
    field,
    inputs: all(NODE.input),
    outputs: all(NODE.output),
    name: all(NODE.name)[0] ?? '',
    opType: all(NODE.opType)[0] ?? '',
  };
}

function countUses(nodes) {
  const uses = new Map();
  for (const input of nodes.flatMap(node => node.inputs)) {
    uses.set(input, (uses.get(input) ?? 0) + 1);
  }
  return uses;
}

function productOf(product, dequantizer) {
  const [weights, scale, zeroPoint] = dequantizer.inputs;
  return bytesField(
    GRAPH.node,
    writeFields([
      ...[product.inputs[0], weights, scale, zeroPoint].map(name => textField(NODE.input, name)),
      ...product.outputs.map(name => textField(NODE.output, name)),
      textField(NODE.name, `${product.name}_quantized`),
      textField(NODE.opType, 'DynamicQuantizeMatMul'),
      textField(NODE.domain, CONTRIB),
    ]),
  );
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const text = bytes => decoder.decode(bytes);
const withBytes = (field, bytes) => ({...field, bytes});
const bytesField = (number, bytes) => ({number, wire: 2, bytes});
const textField = (number, value) => bytesField(number, encoder.encode(value));
const varintField = (number, value) => ({number, wire: 0, bytes: varint(value)});

function readFields(bytes) {
  const fields = [];
  let at = 0;
  const next = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = Number(next());
    const wire = tag & 7;
    const start = at;
    if (wire === 0) next();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 2) {
      const length = Number(next());
      fields.push({number: tag >> 3, wire, bytes: bytes.subarray(at, at + length)});
      at += length;
      continue;
    } else throw new Error(`Not an ONNX model: wire type ${wire} at ${start}.`);
    fields.push({number: tag >> 3, wire, bytes: bytes.subarray(start, at)});
  }
  return fields;
}

function writeFields(fields) {
  const parts = [];
  for (const {number, wire, bytes} of fields) {
    parts.push(varint(BigInt((number << 3) | wire)));
    if (wire === 2) parts.push(varint(BigInt(bytes.length)));
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function varint(value) {
  const bytes = [];
  for (let rest = value; ; rest >>= 7n) {
    if (rest < 128n) return Uint8Array.of(...bytes, Number(rest));
    bytes.push(Number(rest & 127n) | 128);
  }
}
