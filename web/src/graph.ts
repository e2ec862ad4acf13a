// The graph of the table below it. Keys: arrows walk from node to node along edges, Enter leads to the node's own page.
import cytoscape, { type Core, type EdgeSingular, type NodeSingular } from "cytoscape";

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
  label?: string;
  count: number;
  tone?: "conflict" | "cooperation";
  url?: string;
}
// Where the page's rows are something else, its edges stand beside them.
interface Model {
  nodes: Node[];
  rows: Edge[];
  edges?: Edge[];
}

const place = document.querySelector<HTMLElement>("[data-island=graph]");
const spoken = document.querySelector<HTMLElement>("[data-island=graph-spoken]");

const kLargest = 1.25;

function variable(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function short(name: string): string {
  const most = 28;
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
}

function show(model: Model, container: HTMLElement): Core {
  const heaviest = Math.max(1, ...model.nodes.map((node) => node.weight));
  return cytoscape({
    container,
    elements: [
      ...model.nodes.map((node) => ({ data: { ...node, label: short(node.name), size: 14 + 34 * Math.sqrt(node.weight / heaviest) } })),
      ...(model.edges ?? model.rows).map((edge, i) => ({
        data: {
          id: `edge ${i}`,
          source: edge.from,
          target: edge.to,
          label: edge.label ?? (edge.count > 1 ? String(edge.count) : ""),
          width: 1 + Math.log2(edge.count),
          tone: edge.tone ?? "",
          url: edge.url ?? "",
        },
      })),
    ],
    style: [
      {
        selector: "node",
        style: {
          label: "data(label)",
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
      {
        selector: "edge[tone = 'conflict']",
        style: { "line-color": variable("--deny"), "target-arrow-color": variable("--deny"), "target-arrow-shape": "tee" },
      },
      {
        selector: "edge[tone = 'cooperation']",
        style: { "line-color": variable("--affirm"), "target-arrow-color": variable("--affirm"), "line-style": "dashed" },
      },
      { selector: ".here", style: { "border-width": 4, "border-color": variable("--ink") } },
      { selector: ".aside", style: { opacity: 0.2 } },
    ],
    layout: {
      name: "cose",
      animate: false,
      nodeOverlap: 40,
      nodeDimensionsIncludeLabels: true, // names take room, too
      nodeRepulsion: () => 60_000,
      componentSpacing: 70,
      idealEdgeLength: () => 110,
      randomize: false,
      padding: 30,
      boundingBox: { x1: 0, y1: 0, w: 1.6 * container.clientWidth, h: 1.2 * container.clientHeight },
    },
    minZoom: 0.2,
    maxZoom: 4,
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
  graph.on("tap", "edge[url != '']", (event) => location.assign(String((event.target as EdgeSingular).data("url"))));
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
  const graph = show(model, container);
  if (graph.zoom() > kLargest) graph.zoom(kLargest); // a few nodes need not fill the whole box
  else if (graph.zoom() < 1) {
    // Many nodes: the names stay as large as the page's small print.
    const size = Math.min(24, 12 / graph.zoom());
    graph.style().selector("node").style({ "font-size": size, "text-max-width": `${size * 9}px` }).update();
  }
  graph.fit(undefined, 24);
  if (graph.zoom() > kLargest) graph.zoom(kLargest);
  graph.center();
  listen(container, graph);
}

if (place) void begin(place);
