% angles
phi = pi/3; phi1 = 0.1; phi2 = phi-2; phi3 = phi - 3;
phi_2 = cos(phi-1) + sin(phi-3) * tan(phi-2);
plot(t, phi3); legend('phi1', 'phi2', 'phi3'); title("phi-3 over time")
theta = acos(phi4); model.phi = 0.3; model.phi3 = 0.1;
golden = (1+sqrt(5))/2; % phi
