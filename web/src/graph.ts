// The graph of the table below it. Keys: arrows walk from node to node along edges, Enter leads to the node's own page.
import cytoscape, { type Core, type NodeSingular } from "cytoscape";

interface Node {
  id: string;
  name: string;
  type: string;
  weight: number;
  url: string | null;
}
interface Edge {
  from: string;
  to: string;
  label: string;
  count: number;
}
interface Model {
  nodes: Node[];
  rows: Edge[];
}

const place = document.querySelector<HTMLElement>("[data-island=graph]");
const spoken = document.querySelector<HTMLElement>("[data-island=graph-spoken]");

function variable(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function show(model: Model, container: HTMLElement): Core {
  const heaviest = Math.max(1, ...model.nodes.map((node) => node.weight));
  return cytoscape({
    container,
    elements: [
      ...model.nodes.map((node) => ({ data: { ...node, size: 14 + 34 * Math.sqrt(node.weight / heaviest) } })),
      ...model.rows.map((edge, i) => ({
        data: { id: `edge ${i}`, source: edge.from, target: edge.to, label: edge.label, width: 1 + Math.log2(edge.count) },
      })),
    ],
    style: [
      {
        selector: "node",
        style: {
          label: "data(name)",
          width: "data(size)",
          height: "data(size)",
          color: variable("--ink"),
          "background-color": variable("--link"),
          "font-size": 11,
          "text-valign": "bottom",
          "text-margin-y": 3,
          "text-max-width": "110px",
          "text-wrap": "wrap",
          "text-background-color": variable("--sheet"),
          "text-background-opacity": 0.8,
        },
      },
      { selector: "node[type = 'outlet']", style: { shape: "round-rectangle", "background-color": variable("--brand") } },
      { selector: "node[type = 'person']", style: { shape: "ellipse" } },
      { selector: "node[type = 'organization']", style: { shape: "diamond" } },
      {
        selector: "edge",
        style: {
          label: "data(label)",
          width: "data(width)",
          "curve-style": "bezier",
          "target-arrow-shape": "triangle",
          "line-color": variable("--strong"),
          "target-arrow-color": variable("--strong"),
          color: variable("--dim"),
          "font-size": 9,
          "text-rotation": "autorotate",
          "text-background-color": variable("--sheet"),
          "text-background-opacity": 0.8,
        },
      },
      { selector: ".here", style: { "border-width": 4, "border-color": variable("--ink") } },
      { selector: ".aside", style: { opacity: 0.2 } },
    ],
    layout: { name: "cose", animate: false, nodeOverlap: 24, idealEdgeLength: () => 110, randomize: false, padding: 24 },
    minZoom: 0.2,
    maxZoom: 4,
    wheelSensitivity: 0.3,
  });
}

class Walk {
  private here: NodeSingular | null = null;

  constructor(private readonly graph: Core) {}

  to(node: NodeSingular): void {
    this.graph.elements().removeClass("here aside");
    this.graph.elements().not(node.closedNeighborhood()).addClass("aside");
    node.addClass("here");
    this.here = node;
    const around = node.neighborhood("node").length;
    if (spoken) spoken.textContent = `${String(node.data("name"))}, ${String(node.data("type"))}, ${around} neighbours`;
  }

  clear(): void {
    this.graph.elements().removeClass("here aside");
    this.here = null;
  }

  // The neighbour that lies most in that direction; from nowhere the heaviest node.
  step(x: number, y: number): void {
    const from = this.here;
    if (!from) {
      const first = this.graph.nodes().max((node) => Number(node.data("weight")));
      return first.ele ? this.to(first.ele as NodeSingular) : undefined;
    }
    const start = from.position();
    const best = from.neighborhood("node").max((node) => {
      const at = (node as NodeSingular).position();
      const length = Math.hypot(at.x - start.x, at.y - start.y) || 1;
      return ((at.x - start.x) * x + (at.y - start.y) * y) / length;
    });
    if (best.ele && best.value > 0) this.to(best.ele as NodeSingular);
  }

  open(): void {
    const url: unknown = this.here?.data("url");
    if (typeof url === "string") location.assign(url);
  }
}

function listen(container: HTMLElement, graph: Core): void {
  const walk = new Walk(graph);
  graph.on("tap", "node", (event) => walk.to(event.target as NodeSingular));
  graph.on("tap", (event) => {
    if (event.target === graph) walk.clear();
  });
  const steps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  container.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (step) walk.step(...step);
    else if (event.key === "Enter") walk.open();
    else if (event.key === "Escape") walk.clear();
    else if (event.key === "+") graph.zoom(graph.zoom() * 1.25);
    else if (event.key === "-") graph.zoom(graph.zoom() / 1.25);
    else return;
    event.preventDefault();
  });
}

async function begin(container: HTMLElement): Promise<void> {
  const address = new URL(location.href);
  address.pathname += ".json";
  const answer = await fetch(address);
  if (!answer.ok) return;
  const model = (await answer.json()) as Model;
  if (model.nodes.length === 0) return;
  container.hidden = false;
  // Cytoscape looks for its style element by this id and brings none where there is one; our policy refuses it, and
  // site.css has its one rule.
  const stylesheet = document.createElement("meta");
  stylesheet.id = "__________cytoscape_stylesheet";
  document.head.append(stylesheet);
  listen(container, show(model, container));
}

if (place) void begin(place);
