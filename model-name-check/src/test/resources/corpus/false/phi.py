import sympy
phi, theta = sympy.symbols("phi theta")
phi1, phi2, phi3 = sympy.symbols("phi1 phi2 phi3")
E = phi3 * sympy.cos(phi-2)
label = {"phi": "$\\phi$", "phi3": "third angle"}
model = ARIMA(order=(1, 0, 0)); model.params["phi1"] = 0.4
# Fixes PHI-3 and PHI-42: protected health information (PHI) was logged
def rotate(phi: float, phi_4: float = 0.0): return phi - 4 + phi_4
