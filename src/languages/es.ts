/** Spanish, as filed in Spain and Latin America. */
import { datesOf, marks } from "./european.ts";
import { type Vocabulary, withoutAccents } from "./vocabulary.ts";

const owners =
  "(?:a |de )?(?:los |la )?(?:propietarios|accionistas|tenedores|sociedad dominante|participacion controladora)(?: de la (?:controladora|dominante|matriz|sociedad dominante|compania|entidad controladora))?";
const others =
  "(?:a |de )?(?:las |la |los |el )?(?:participacion(?:es)? no controladoras?|intereses minoritarios|interes minoritario|socios externos|participacion(?:es)? minoritarias?)";
const cash =
  "(?:de |del |en |el )?(?:efectivo(?: y (?:de )?(?:otros )?(?:activos liquidos )?equivalentes(?: (?:al|de) efectivo)?)?|tesoreria)";
/** What stands between "flujos de efectivo" and the activities, in any order. */
const between =
  "(?:[ /()]|netos?|generados?|provenientes?|procedentes?|provistos?|utilizados?|usados?|obtenidos?|aplicados?|por|de|en|las)*";
const flow = (activity: string): string =>
  `(?:total )?(?:flujos?|efectivo)${between}(?:efectivo|caja)?${between}actividades de ${activity}`;

export const vocabulary: Vocabulary = {
  code: "es",
  name: "Spanish",
  fold: withoutAccents,
  results: { neutral: "resultado", profit: "(?:utilidad|ganancia|beneficio)(?:es)?s?", loss: "perdidas?" },
  noise: [],
  leads: [
    ["menos\\s*:?\\s+", "Less: "],
    ["mas\\s*:\\s+", "Add: "],
    ["(?:de los cuales|del cual|de las cuales)\\s*:?\\s+", "of which: "],
  ],
  captions: {
    Revenue: [
      "ingresos(?: ordinarios| netos| totales| por ventas| de actividades ordinarias)?",
      "total (?:de )?ingresos",
      "importe neto de la cifra de negocios",
      "ventas(?: netas)?",
    ],
    "Cost of revenue": [
      "cost[eo]s? de (?:las )?ventas",
      "cost[eo] de (?:los )?(?:bienes|productos) vendidos",
    ],
    "Gross {R}": ["{R} brut[oa]", "margen brut[oa](?<R>)"],
    "Operating {R}": [
      "{R} (?:de operacion|operativ[oa]|de explotacion|operacional)",
      "{R} por actividades de operacion",
    ],
    "{R} before tax": [
      "{R}(?:,)? antes de (?:los )?impuestos?(?: (?:a la utilidad|sobre (?:la renta|las ganancias|beneficios|sociedades|la ganancia)|a las ganancias))?",
    ],
    "Income tax expense": [
      "(?:gasto (?:por|de) )?impuestos? (?:a la utilidad|sobre (?:la renta|las ganancias|beneficios|sociedades|la ganancia)|a las ganancias)",
    ],
    "{R} for the year": [
      "{R} net[oa](?: consolidad[oa])?(?: del (?:ano|ejercicio|periodo))?",
      "{R} del (?:ejercicio|periodo|ano)(?: consolidad[oa])?",
      "{R} consolidad[oa](?: del ejercicio)?",
    ],
    "{R} attributable to shareholders": [
      `{R}(?: net[oa])?(?: del (?:ejercicio|periodo))? atribui(?:ble|da|do) ${owners}`,
    ],
    "{R} attributable to non-controlling interests": [`{R}(?: net[oa])? atribui(?:ble|da|do) ${others}`],
    "Profit attributable to:": [
      "(?:(?:utilidad|ganancia|resultado|beneficio)(?: net[oa])?(?: del (?:ejercicio|periodo))? )?atribuible (?:a)?\\s*:?",
    ],
    "Owners of the parent": [owners],
    "Non-controlling interests": [others],
    "Other comprehensive income": [
      "(?:total (?:de )?)?otro(?:s)? resultados? integral(?:es)?(?: del (?:ejercicio|periodo|ano))?(?:,? netos? de impuestos)?",
    ],
    "Total comprehensive income": [
      "resultado integral(?: total)?(?: del (?:ejercicio|periodo|ano))?",
      "total (?:del )?resultado integral(?: del (?:ejercicio|periodo|ano))?",
    ],
    "Basic earnings per share": [
      "(?:utilidad|ganancia|beneficio|resultado)s? (?:basic[oa] )?por accion(?: basic[oa])?",
    ],
    "Diluted earnings per share": [
      "(?:utilidad|ganancia|beneficio|resultado)s? (?:diluid[oa] )?por accion(?: diluid[oa])?",
    ],
    Basic: ["basic[oa]s?"],
    Diluted: ["diluid[oa]s?"],
    "Weighted average number of shares, basic": [
      "(?:numero )?(?:promedio|medio) ponderado de acciones(?: ordinarias)?(?: en circulacion)?(?:,? basic[oa]s?)?",
    ],
    "Weighted average number of shares, diluted": [
      "(?:numero )?(?:promedio|medio) ponderado de acciones(?: ordinarias)?(?: en circulacion)?,? (?:diluid[oa]s?)",
    ],
    "Current assets": ["activos? (?:corrientes?|circulantes?)"],
    "Non-current assets": ["activos? (?:no (?:corrientes?|circulantes?))"],
    "Current liabilities": ["pasivos? (?:corrientes?|circulantes?)", "pasivo a corto plazo"],
    "Non-current liabilities": ["pasivos? no (?:corrientes?|circulantes?)", "pasivo a largo plazo"],
    Assets: ["activos?"],
    Liabilities: ["pasivos?"],
    "Total current assets": [
      "total (?:de )?(?:los )?activos? (?:corrientes?|circulantes?)",
      "activos? (?:corrientes?|circulantes?) totales?",
    ],
    "Total non-current assets": ["total (?:de )?(?:los )?activos? no (?:corrientes?|circulantes?)"],
    "Total current liabilities": [
      "total (?:de )?(?:los )?pasivos? (?:corrientes?|circulantes?)",
      "total pasivo a corto plazo",
    ],
    "Total non-current liabilities": [
      "total (?:de )?(?:los )?pasivos? no (?:corrientes?|circulantes?)",
      "total pasivo a largo plazo",
    ],
    "Total assets": ["total (?:del? )?(?:los )?activos?", "activos? totales?"],
    "Total liabilities": ["total (?:del? )?(?:los )?pasivos?", "pasivos? totales?"],
    "Total equity": [
      "total (?:del? )?(?:patrimonio(?: neto)?|capital contable)",
      "(?:patrimonio|capital contable) total",
    ],
    "Equity attributable to owners of the parent": [
      `(?:total )?(?:patrimonio(?: neto)?|capital contable) atribui(?:ble|do) ${owners}`,
    ],
    "Total liabilities and equity": [
      "total (?:del? )?(?:pasivos? y (?:del )?(?:patrimonio(?: neto)?|capital contable)|(?:patrimonio(?: neto)?|capital contable) y (?:del )?pasivos?)",
    ],
    "Cash and cash equivalents": ["efectivo y equivalentes (?:al|de) efectivo"],
    "Net cash from operating activities": [flow("(?:operacion|explotacion)")],
    "Net cash from investing activities": [flow("inversion")],
    "Net cash from financing activities": [flow("(?:financiamiento|financiacion)")],
    "Effect of exchange rate changes on cash": [
      "efectos? (?:de|por) (?:las? )?(?:variaci(?:on|ones)|cambios?) en (?:el |los )?(?:tipos?|tasas?|valor) .*",
      "efecto(?:s)? (?:del? )?(?:las )?(?:variaciones|tipo|diferencias) de(?: los tipos de)? cambio.*",
    ],
    "Net increase (decrease) in cash and cash equivalents": [
      `(?:aumento|incremento|disminucion|variacion|/|\\(|\\)| o )+(?: \\(disminucion\\))? ?net[oa]? ?(?:\\(disminucion\\) )?(?:de(?:l)? |en )?${cash}`,
    ],
    "Cash and cash equivalents at beginning of year": [
      `${cash} al (?:inicio|principio|comienzo) de(?:l)? (?:ano|ejercicio|periodo)`,
    ],
    "Cash and cash equivalents at end of year": [
      `${cash} al (?:final|cierre|fin) de(?:l)? (?:ano|ejercicio|periodo)`,
    ],
    Notes: ["notas?(?: de la memoria)?"],
    Change: ["variacion(?:es)?", "diferencia"],
    "% Change": ["variacion ?\\(?(?:en )?%\\)?", "% (?:de )?variacion"],
    Total: ["total(?:es)?"],
    Subtotal: ["sub-?total"],
  },
  phrases: [
    [
      "(?:estados?|cuentas?) (?:consolidad[oa]s? )?de (?:resultados?|perdidas y ganancias)(?: consolidad[oa]s?)?(?! integral)",
      "Income statement",
    ],
    [
      "estados? (?:consolidados? )?(?:de(?:l)? )?(?:otros )?resultados? integral(?:es)?(?: consolidados?)?",
      "Statement of comprehensive income",
    ],
    ["estados? (?:consolidados? )?de flujos? de efectivo(?: consolidados?)?", "Statement of cash flows"],
    [
      "(?:balance(?: general| de situacion)?|estados? (?:consolidados? )?de situacion financiera)(?: consolidados?)?",
      "Balance sheet",
    ],
    [
      "estados? (?:consolidados? )?de cambios en el (?:patrimonio(?: neto)?|capital contable)",
      "Statement of changes in equity",
    ],
    ["\\bno auditados?\\b", "unaudited"],
    ...datesOf({
      months: [
        ["enero", "ene"],
        ["febrero", "feb"],
        ["marzo", "mar"],
        ["abril", "abr"],
        ["mayo", "may"],
        ["junio", "jun"],
        ["julio", "jul"],
        ["agosto", "ago"],
        ["septiembre", "setiembre", "sep", "set"],
        ["octubre", "oct"],
        ["noviembre", "nov"],
        ["diciembre", "dic"],
      ],
      ended: {
        12: [
          "(?:por (?:los|el) |correspondientes? a los )?(?:ejercicios?|anos?)(?: anual(?:es)?)? (?:terminados?|finalizados?|cerrados?|concluidos?)(?: (?:el|al))?",
        ],
        6: [
          "(?:por (?:los|el) )?(?:periodos? de )?(?:seis|6) meses (?:terminados?|finalizados?|concluidos?)(?: (?:el|al))?",
        ],
        9: [
          "(?:por (?:los|el) )?(?:periodos? de )?(?:nueve|9) meses (?:terminados?|finalizados?|concluidos?)(?: (?:el|al))?",
        ],
        3: [
          "(?:por (?:los|el) )?(?:periodos? de )?(?:tres|3) meses (?:terminados?|finalizados?|concluidos?)(?: (?:el|al))?",
          "trimestres? (?:terminados?|finalizados?)(?: (?:el|al))?",
        ],
      },
      at: ["al", "a"],
      half: ["([12])(?:er|o|º)? semestre (?:de )?{Y}", "s([12]) {Y}"],
      quarter: ["([1-4])(?:er|o|º)? trimestre (?:de )?{Y}", "([1-4])t[ ']?{Y}"],
      year: ["(?:ejercicio|ano)"],
    }),
    ...marks,
    ["\\b(?:en )?miles de (?:euros?)", "in thousands € "],
    ["\\b(?:en )?millones de euros?", "in millions € "],
    ["\\b(?:en )?miles de dolares(?: (?:estadounidenses|de los estados unidos))?", "in thousands US$$ "],
    ["\\b(?:en )?millones de dolares(?: (?:estadounidenses|de los estados unidos))?", "in millions US$$ "],
    ["\\ben miles\\b|\\bmiles de\\b", "in thousands "],
    ["\\ben millones\\b|\\bmillones de\\b", "in millions "],
    ["\\bpor accion\\b", "per share"],
    ["^total (?:de )?(?:los |las |el |la )?(.+)$", "Total $1"],
    ["\\b(?:gastos|costos|costes)\\b", "expenses"],
    ["\\bdepreciacion\\b", "depreciation"],
  ],
};
